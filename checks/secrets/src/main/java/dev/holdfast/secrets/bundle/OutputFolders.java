package dev.holdfast.secrets.bundle;

import java.nio.file.Path;
import java.util.List;

/**
 * Folders of built output, and what stood in the way of finding them.
 *
 * @param folders to be looked at
 * @param links links with the name of an output folder; never followed by a search
 * @param unreadable folders that could not be listed, so that output in them was not found
 * @param excluded folders with the name of output that the policy leaves out
 */
public record OutputFolders(
        List<Path> folders, List<Path> links, List<Path> unreadable, List<Path> excluded) {

    public OutputFolders {
        folders = List.copyOf(folders);
        links = List.copyOf(links);
        unreadable = List.copyOf(unreadable);
        excluded = List.copyOf(excluded);
    }

    /** Whether there is nothing to be looked at, and nothing stood in the way. */
    boolean isEmpty() {
        return folders.isEmpty() && links.isEmpty() && unreadable.isEmpty() && excluded.isEmpty();
    }

    /** Folders that somebody named. */
    public static OutputFolders named(List<Path> folders) {
        return new OutputFolders(folders, List.of(), List.of(), List.of());
    }
}
