package dev.holdfast.core.waiver;

import dev.holdfast.core.project.PathGlob;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which findings of a check a waiver means. What is given must hold together: a path and a
 * fingerprint mean that fingerprint at that path.
 *
 * @param paths globs of files; empty for any file
 * @param fingerprints fingerprints of places; empty for any
 * @param resource the subject of findings that concern no file, or null
 */
public record WaiverScope(
        List<PathGlob> paths, Set<String> fingerprints, @Nullable String resource) {

    public WaiverScope {
        paths = List.copyOf(paths);
        fingerprints = Set.copyOf(fingerprints);
    }

    /** Whether it means that place of a result. */
    public boolean means(Spot spot, Result result) {
        return (paths.isEmpty()
                        || paths.stream().anyMatch(glob -> glob.matches(spot.location().path())))
                && (fingerprints.isEmpty() || fingerprints.contains(spot.fingerprint()))
                && (resource == null || resource.equals(result.subject()));
    }

    /** Whether it means a result that concerns no file. */
    public boolean means(Result result) {
        return paths.isEmpty()
                && (fingerprints.isEmpty() || fingerprints.contains(result.fingerprint()))
                && (resource == null || resource.equals(result.subject()));
    }

    /** The folders or files that the globs start from: {@code dist/**} starts from {@code dist}. */
    public List<String> starts() {
        return paths.stream().map(glob -> start(glob.toString())).toList();
    }

    private static String start(String glob) {
        StringBuilder start = new StringBuilder();
        String plain = glob.startsWith("./") ? glob.substring(2) : glob;
        for (String name : plain.split("/", -1)) {
            if (name.isEmpty() || name.indexOf('*') >= 0 || name.indexOf('?') >= 0) {
                break;
            }
            start.append(start.isEmpty() ? "" : "/").append(name);
        }
        return start.toString();
    }
}
