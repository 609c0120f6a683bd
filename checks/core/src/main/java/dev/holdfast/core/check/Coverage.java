package dev.holdfast.core.check;

import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.result.StablePath;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a check looked at, to the end: what it does not name was not looked at, so nothing may be
 * said of it, neither that it is clean nor that a waiver or a baseline entry for it is no longer
 * needed.
 *
 * @param areas what was looked for: areas of check ids ({@code bundle}), or single ids of an area
 *     of which not everything was
 * @param folders folders, relative to the repository root with '/', that were walked to the end;
 *     the empty text is the root itself
 * @param holes paths inside these folders that could not be read or decided
 * @param files how many files were read
 * @param bytes how many bytes were read
 * @param search in what was looked, or null when it makes no difference for this check
 */
public record Coverage(
        Set<String> areas,
        Set<String> folders,
        Set<String> holes,
        long files,
        long bytes,
        @Nullable Search search) {

    public static final Coverage NOTHING = new Coverage(Set.of(), Set.of(), Set.of(), 0, 0);

    public Coverage {
        areas = Set.copyOf(areas);
        folders = Set.copyOf(folders);
        // A baseline knows the file by the name without the build's hash.
        holes =
                holes.stream()
                        .flatMap(hole -> Stream.of(hole, StablePath.of(hole)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a check that looks in one thing only. */
    public Coverage(
            Set<String> areas, Set<String> folders, Set<String> holes, long files, long bytes) {
        this(areas, folders, holes, files, bytes, null);
    }

    /** Whether this check's run can say that the check finds nothing (more) at that path. */
    public boolean covers(CheckId check, String path) {
        return looksFor(check)
                && folders.stream().anyMatch(folder -> inside(folder, path))
                && holes.stream().noneMatch(hole -> concerns(hole, path));
    }

    /** Whether the check is among what was looked for. */
    boolean looksFor(CheckId check) {
        return areas.contains(check.area()) || areas.contains(check.value());
    }

    /** Whether this check is looked for and had to leave that path out. */
    boolean leavesOut(CheckId check, String path) {
        return looksFor(check) && holes.stream().anyMatch(hole -> concerns(hole, path));
    }

    /** Whether something that is not known of one path is not known of the other. */
    public static boolean concerns(String hole, String path) {
        return inside(hole, path) || inside(path, hole);
    }

    /** Whether the path is that folder or lies below it. */
    public static boolean inside(String folder, String path) {
        int length = folder.length();
        return length == 0
                || (path.startsWith(folder)
                        && (path.length() == length || path.charAt(length) == '/'));
    }
}
