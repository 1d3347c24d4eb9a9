package io.switchboard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountFolderTest {
    private static final String GOOD = """
            channel: messenger
            address: "1"
            tenant: acme
            centre: main
            app: one
            hosts: [a, b]
            host: ${SWITCHBOARD_HOST:localhost}
            appSecretFile: secrets/one
            """;

    @TempDir
    Path dir;

    private AccountFolder folder;

    @BeforeEach
    void write() throws Exception {
        Files.createDirectories(dir.resolve("secrets"));
        Files.writeString(dir.resolve("secrets/one"), "s3cret\n");
        Files.writeString(dir.resolve("one.yaml"), GOOD);
        Map<String, String> variables = Map.of("SWITCHBOARD_HOST", "mail");
        folder = new AccountFolder(
                dir,
                new AccountFile(name -> Optional.ofNullable(variables.get(name))),
                account -> account.secret("appSecret"));
    }

    @Test
    void anAccountIsReadWithItsSecretAndVariables() {
        Account account = folder.read().accounts().getFirst();
        assertThat(account.toString()).isEqualTo("messenger/1");
        assertThat(account.tenant()).isEqualTo("acme");
        assertThat(account.settings("hosts")).containsExactly("a", "b");
        assertThat(account.required("host")).isEqualTo("mail");
        assertThat(account.secret("appSecret").matches("s3cret")).isTrue();
        assertThat(account.secret("appSecret")).hasToString("***");
    }

    @ParameterizedTest
    @CsvSource({
        "tenant: acme,tenant:,tenant",
        "tenant: acme,x: y,tenant",
        "secrets/one,secrets/none,appSecretFile",
        "appSecretFile,another,appSecretFile",
        "app: one,app: [,file",
        "app: one,app: ${SWITCHBOARD_UNKNOWN},app",
    })
    void aBrokenFileIsNamedByItsFieldAndTheLastGoodVersionStays(String good, String bad, String field)
            throws Exception {
        List<Account> before = folder.read().accounts();
        Files.writeString(dir.resolve("one.yaml"), GOOD.replace(good, bad));
        assertThat(folder.hasChanged()).isTrue();
        AccountFolder.Reading reading = folder.read();
        assertThat(reading.accounts()).isEqualTo(before);
        assertThat(reading.broken()).hasSize(1);
        assertThat(reading.broken().getFirst().file()).isEqualTo("one.yaml");
        assertThat(reading.broken().getFirst().problem().field()).isEqualTo(field);
        assertThat(reading.broken().getFirst().problem()).message().doesNotContain("s3cret");
    }

    @Test
    void aChangedSecretIsAChange() throws Exception {
        folder.read();
        assertThat(folder.hasChanged()).isFalse();
        Files.writeString(dir.resolve("secrets/one"), "another");
        assertThat(folder.hasChanged()).isTrue();
        assertThat(folder.read().accounts().getFirst().secret("appSecret").matches("another"))
                .isTrue();
    }

    @Test
    void aFileThatIsGoneTakesItsAccountWithIt() throws Exception {
        folder.read();
        Files.delete(dir.resolve("one.yaml"));
        assertThat(folder.read().accounts()).isEmpty();
    }

    @Test
    void oneAddressHasOneFile() throws Exception {
        Files.writeString(dir.resolve("two.yaml"), GOOD);
        AccountFolder.Reading reading = folder.read();
        assertThat(reading.accounts()).hasSize(1);
        assertThat(reading.broken()).extracting(AccountFolder.Broken::file).containsExactly("two.yaml");
    }
}
