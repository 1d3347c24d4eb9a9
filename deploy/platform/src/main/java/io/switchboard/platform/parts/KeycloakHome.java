package io.switchboard.platform.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keycloak's home of one suite: its own database, and a link to the program that all suites share. */
final class KeycloakHome {
    private static final int HASH_LETTERS = 12;

    private KeycloakHome() {}

    /**
     * Returns the home for {@code realm}. Its name holds the realm file's hash: Keycloak imports a realm once and
     * ignores later changes of the file, so a changed file gets a new home.
     */
    static Path of(Path data, Path program, Path realm) throws IOException {
        Path home = data.resolve(hash(realm));
        Files.createDirectories(home.resolve("data/import"));
        Files.createDirectories(home.resolve("providers"));
        Files.createDirectories(home.resolve("themes"));
        Files.createDirectories(home.resolve("conf"));
        Files.copy(
                program.resolve("conf/cache-ispn.xml"),
                home.resolve("conf/cache-ispn.xml"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(realm, home.resolve("data/import/realm.json"), StandardCopyOption.REPLACE_EXISTING);
        Path link = home.resolve("lib");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, program.resolve("lib"));
        return home;
    }

    private static String hash(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(Files.readAllBytes(file)))
                    .substring(0, HASH_LETTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
