package io.switchboard.sentiment.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Who waits for a second opinion: at most so many, those first that it is worth most for, the earlier first among equals. */
final class Waiting {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition some = lock.newCondition();
    private final TreeSet<Asked> asked = new TreeSet<>(
            Comparator.comparingDouble((Asked one) -> -one.first().worth()).thenComparingLong(Asked::number));
    private final int most;

    Waiting(int most) {
        this.most = most;
    }

    /** Adds one, and returns who has to do without: nobody, the one that it is worth least for, or the new one. */
    Optional<Asked> add(Asked one) {
        lock.lock();
        try {
            asked.add(one);
            some.signal();
            return asked.size() > most ? Optional.ofNullable(asked.pollLast()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    void remove(Asked one) {
        lock.lock();
        try {
            asked.remove(one);
        } finally {
            lock.unlock();
        }
    }

    /** Takes those that it is worth most for, waiting for the first. */
    List<Asked> take(int many) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (asked.isEmpty()) {
                some.await();
            }
            List<Asked> taken = new ArrayList<>();
            while (taken.size() < many && !asked.isEmpty()) {
                taken.add(asked.pollFirst());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
