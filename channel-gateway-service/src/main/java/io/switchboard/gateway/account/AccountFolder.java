package io.switchboard.gateway.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of account files, and the last good version of each.
 *
 * <p>A file that breaks keeps its last good version: a slip of the pen must not close a channel. A file that is gone
 * takes its account with it. Not for use by two threads at once.
 */
final class AccountFolder {
    private final Path folder;
    private final AccountFile reader;
    private final Consumer<Account> check;
    private final Map<Path, Account> good = new TreeMap<>();
    private Map<Path, String> seen = Map.of();

    /**
     * A file that can't be used.
     *
     * @param file its name
     * @param problem the field and what is wrong with it
     */
    record Broken(String file, BrokenAccountException problem) {}

    /**
     * What a reading brought.
     *
     * @param accounts every account that can be used
     * @param broken every file that can't
     */
    record Reading(List<Account> accounts, List<Broken> broken) {}

    AccountFolder(Path folder, AccountFile reader, Consumer<Account> check) {
        this.folder = folder;
        this.reader = reader;
        this.check = check;
    }

    /** Tells whether anything changed since the last reading: an account's file, or a secret beside it. */
    boolean hasChanged() {
        return !stamps().equals(seen);
    }

    /** Reads every file. */
    Reading read() {
        seen = stamps();
        List<Broken> broken = new ArrayList<>();
        good.keySet().retainAll(seen.keySet());
        Map<String, Path> taken = new HashMap<>();
        seen.keySet().stream().filter(AccountFolder::isAccount).sorted().forEach(file -> {
            try {
                Account account = reader.read(file);
                check.accept(account);
                if (taken.putIfAbsent(account.toString(), file) != null) {
                    throw new BrokenAccountException("address", "is another file's already");
                }
                good.put(file, account);
            } catch (BrokenAccountException problem) {
                broken.add(new Broken(file.getFileName().toString(), problem));
            }
        });
        return new Reading(List.copyOf(good.values()), broken);
    }

    private static boolean isAccount(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** Links are followed: a cluster mounts files as links that it exchanges. */
    private Map<Path, String> stamps() {
        Map<Path, String> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 3, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(file -> !hidden(file))
                    .filter(Files::isRegularFile)
                    .forEach(file -> stamps.put(file, stamp(file)));
        } catch (IOException | UncheckedIOException e) {
            return stamps;
        }
        return stamps;
    }

    private boolean hidden(Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "gone";
        }
    }
}
