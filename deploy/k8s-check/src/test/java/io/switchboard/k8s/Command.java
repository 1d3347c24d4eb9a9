package io.switchboard.k8s;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that is run to its end. */
final class Command {
    private Command() {}

    /**
     * What came out.
     *
     * @param exit the exit code, -1 when the program could not be started
     * @param output what it printed: its errors when it failed, else its output alone
     */
    record Result(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    static Result run(String... words) {
        try {
            Path errors = Files.createTempFile(Files.createDirectories(Checkout.TARGET), "stderr", ".txt");
            try {
                Process process = new ProcessBuilder(words)
                        .directory(Checkout.TARGET.toFile())
                        .redirectError(errors.toFile())
                        .start();
                process.getOutputStream().close();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int exit = process.waitFor();
                return new Result(exit, exit == 0 ? output : Files.readString(errors) + output);
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }
}
