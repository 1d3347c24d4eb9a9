package io.switchboard.gateway.channel.messenger;

import io.switchboard.gateway.attachment.Enclosure;
import io.switchboard.gateway.channel.messenger.GraphNotification.Coordinates;
import io.switchboard.gateway.channel.messenger.GraphNotification.File;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What comes with a Messenger message: files to fetch, and places and shares that are better told in words. */
final class Files {
    private Files() {}

    /** Returns the files that can be fetched. */
    static List<Enclosure> linked(List<File> files) {
        return files.stream()
                .filter(Objects::nonNull)
                .filter(file -> isFile(file.type()))
                .map(Files::enclosure)
                .toList();
    }

    /** Returns places and shares as text; empty when there are none. */
    static String described(List<File> files) {
        return files.stream()
                .filter(Objects::nonNull)
                .filter(file -> !isFile(file.type()))
                .map(Files::words)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static boolean isFile(@Nullable String type) {
        return "image".equals(type) || "video".equals(type) || "audio".equals(type) || "file".equals(type);
    }

    /** The provider tells a kind and no media type. */
    private static Enclosure enclosure(File file) {
        String type = "file".equals(file.type()) ? "application/octet-stream" : file.type() + "/*";
        String url = file.payload() == null ? null : file.payload().url();
        return url == null
                ? new Enclosure.Missing(file.title(), type, "not-fetched")
                : new Enclosure.Linked(file.title(), type, url);
    }

    private static String words(File file) {
        if (file.payload() == null) {
            return file.type() == null ? "" : "[" + file.type() + "]";
        }
        Coordinates place = file.payload().coordinates();
        if (place != null) {
            return "[location] " + place.lat() + ", " + place.longitude();
        }
        String title =
                file.payload().title() == null ? file.title() : file.payload().title();
        String url = file.payload().url();
        return ("[" + file.type() + "] " + (title == null ? "" : title + " ") + (url == null ? "" : url)).strip();
    }
}
