package io.switchboard.gateway.account;

import io.switchboard.kit.files.WatchedFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A folder of account files, and the last good version of each.
 *
 * <p>A file that breaks keeps its last good version: a slip of the pen must not close a channel. A file that is gone
 * takes its account with it. Not for use by two threads at once.
 */
final class AccountFolder {
    private final WatchedFolder folder;
    private final AccountFile reader;
    private final Consumer<Account> check;
    private final Map<Path, Account> good = new TreeMap<>();

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
        this.folder = new WatchedFolder(folder);
        this.reader = reader;
        this.check = check;
    }

    /** Tells whether anything changed since the last reading: an account's file, or a secret beside it. */
    boolean hasChanged() {
        return folder.hasChanged();
    }

    /** Reads every file. */
    Reading read() {
        List<Path> files = folder.look();
        List<Broken> broken = new ArrayList<>();
        good.keySet().retainAll(files);
        Map<String, Path> taken = new HashMap<>();
        files.forEach(file -> {
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
}
