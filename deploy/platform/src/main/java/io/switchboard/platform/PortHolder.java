package io.switchboard.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out who listens on a port, as far as the system's tools tell. */
final class PortHolder {
    private static final Pattern PID = Pattern.compile("(?:pid=|^p)(\\d+)", Pattern.MULTILINE);

    private PortHolder() {}

    /** Returns program and number of the process that listens on {@code port}; empty when that can't be known. */
    static Optional<String> of(int port) throws InterruptedException {
        Optional<String> found = ask(List.of("ss", "-Hltnp", "sport = :" + port));
        return found.isPresent() ? found : ask(List.of("lsof", "-nP", "-Fp", "-iTCP:" + port, "-sTCP:LISTEN"));
    }

    private static Optional<String> ask(List<String> command) throws InterruptedException {
        try {
            Process asked = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            asked.waitFor();
            Matcher pid = PID.matcher(answer);
            return pid.find() ? Optional.of(describe(Long.parseLong(pid.group(1)))) : Optional.empty();
        } catch (IOException noSuchTool) {
            return Optional.empty();
        }
    }

    private static String describe(long pid) {
        String program = ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .orElse("process");
        return program + " (pid " + pid + ")";
    }
}
