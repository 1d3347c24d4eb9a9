package io.switchboard.profile.customer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void mailAddressesDifferNotByCaseOrSpace() {
        assertThat(Address.of("email", "help@acme.example", " Sam@Customer.Example "))
                .isEqualTo(Address.of("email", "sales@acme.example", "sam@customer.example"));
    }

    @Test
    void aTelephoneNumberIsOneAddressOnEveryChannelThatHasIt() {
        assertThat(Address.of("sms", "12345", "+49 (30) 123-456"))
                .isEqualTo(Address.of("whatsapp", "67890", "4930123456"))
                .isEqualTo(Address.of("voice", "12345", "004930123456"));
    }

    @Test
    void aWithheldNumberIsNoTelephoneNumber() {
        assertThat(Address.of("voice", "12345", "anonymous").kind()).isEqualTo("voice");
    }

    @Test
    void aPageScopedIdMeansSomethingOnlyOnItsPage() {
        assertThat(Address.of("messenger", "page-1", "123")).isNotEqualTo(Address.of("messenger", "page-2", "123"));
    }

    @Test
    void theSameHandleOnAnotherChannelIsSomebodyElse() {
        assertThat(Address.of("x", "acme", "sam")).isNotEqualTo(Address.of("webchat", "acme", "sam"));
    }

    @Test
    void aCustomersIdFollowsFromTenantAndAddressAlone() {
        Address address = Address.of("email", "a", "sam@customer.example");
        assertThat(address.customerId("acme")).isEqualTo(address.customerId("acme"));
        assertThat(address.customerId("acme")).isNotEqualTo(address.customerId("globex"));
        assertThat(address.customerId("acme").version()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "voice, 030 901820, DE, phone, 4930901820",
        "voice, 030 901820, , voice, 030 901820",
        "sms, 0044 20 7946 0018, DE, phone, 442079460018",
        "sms, 4930901820, DE, phone, 4930901820",
        "whatsapp, 4930901820, GB, phone, 4930901820",
        "voice, 020 7946 0018, GB, phone, 442079460018",
        "email, Sam@MÜLLER.example, , email, sam@xn--mller-kva.example",
    })
    void numbersAreReadAtHomeAndMailDomainsAsDnsWritesThem(
            String channel, String handle, String region, String kind, String value) {
        Address address = Address.of(channel, "acme", handle, region);
        assertThat(address.kind()).isEqualTo(kind);
        assertThat(address.value()).isEqualTo(value);
        assertThat(address.scope()).isEqualTo(kind.equals(channel) && !kind.equals("email") ? "acme" : "");
    }

    /** Among them what a provider sends for withheld, restricted, blocked, unknown and unavailable numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+266696687",
                "+7378742883",
                "+2562533",
                "+8656696",
                "+49",
                "+0000000000",
                "00000000",
                "+1 000 000 0000",
                "+999 12345678",
                "12345"
            })
    void aNumberThatCanNotBeIsKeptAsWrittenAndMatchesNoOtherChannel(String number) {
        assertThat(Address.of("voice", "12345", number)).isEqualTo(new Address("voice", "12345", number));
        assertThat(Address.of("sms", "12345", number)).isNotEqualTo(Address.of("voice", "12345", number));
        assertThat(Address.stated("phone", number, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sam", "@customer.example", "sam@", "sam@localhost", "s am@customer.example", "a@b@-.de"})
    void aMailAddressThatCanNotBeIsKeptAsWrittenAndMatchesNoOtherAccount(String mail) {
        assertThat(Address.of("email", "acme", mail)).isEqualTo(new Address("email", "acme", mail));
        assertThat(Address.stated("email", mail, null)).isEmpty();
    }

    @Test
    void anAccountNumberIsComparedByItsLettersAndDigits() {
        assertThat(Address.stated("account", "kd 4711-0815", null)).contains(new Address("account", "", "KD47110815"));
        assertThat(Address.stated("account", "12", null)).isEmpty();
        assertThat(AccountNumber.in("My account is KD-4711-0815. Please call +49 30 901820 in 2026."))
                .contains("KD47110815")
                .doesNotContain("2026");
    }

    @Property
    void whateverIsWrittenHasAnAddressThatStaysTheSameWhenReadAgain(
            @ForAll("channels") String channel, @ForAll String handle) {
        Address address = Address.of(channel, "acme", handle, "DE");
        assertThat(Address.of(channel, "acme", handle, "DE")).isEqualTo(address);
        assertThat(address.value()).doesNotContain("\u0000");
    }

    @Provide
    Arbitrary<String> channels() {
        return Arbitraries.of("email", "sms", "whatsapp", "voice", "x", "webchat");
    }
}
