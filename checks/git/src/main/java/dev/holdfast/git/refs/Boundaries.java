package dev.holdfast.git.refs;

import dev.holdfast.core.history.Survey;
import dev.holdfast.git.folder.GitFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a repository says that its history is other than its commits say (gitrepository-layout(5)).
 *
 * @param shallow commits whose parents are not there on purpose
 * @param grafts commits with the parents that they are given instead of their own
 */
public record Boundaries(
        Set<String> shallow, Map<String, List<String>> grafts, List<Survey.Gap> gaps) {

    /** Reads the files {@code shallow} and {@code info/grafts}. */
    public static Boundaries read(GitFolder folder) {
        List<Survey.Gap> gaps = new ArrayList<>();
        int length = 2 * folder.format().length();
        Set<String> shallow = new LinkedHashSet<>();
        Map<String, List<String>> grafts = new TreeMap<>();
        for (List<String> names : lines(folder, "shallow", length, gaps)) {
            shallow.add(names.getFirst());
        }
        for (List<String> names : lines(folder, "info/grafts", length, gaps)) {
            grafts.put(names.getFirst(), names.subList(1, names.size()));
        }
        return new Boundaries(shallow, grafts, List.copyOf(gaps));
    }

    private static List<List<String>> lines(
            GitFolder folder, String name, int length, List<Survey.Gap> gaps) {
        Path file = folder.common().resolve(name);
        List<List<String>> found = new ArrayList<>();
        if (!Files.exists(file)) {
            return found;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                List<String> names = List.of(line.strip().split(" +", -1));
                if (names.stream()
                        .allMatch(
                                each -> each.length() == length && Text.isName(each, 0, length))) {
                    found.add(names);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    gaps.add(new Survey.Gap(name, "has lines that are not as git writes them"));
                }
            }
        } catch (IOException unreadable) {
            gaps.add(new Survey.Gap(name, "cannot be read"));
        }
        return found;
    }
}
