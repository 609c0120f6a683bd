package dev.holdfast.git.refs;

import dev.holdfast.core.history.Survey;
import dev.holdfast.git.folder.GitFolder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a repository keeps for each of its work trees (git-worktree(1)). */
final class WorkTrees {

    private WorkTrees() {}

    /** The folders of linked work trees. */
    static List<Path> of(GitFolder folder, List<Survey.Gap> gaps) {
        List<Path> found = new ArrayList<>();
        Path all = folder.common().resolve("worktrees");
        if (Files.isDirectory(all)) {
            try (DirectoryStream<Path> each =
                    Files.newDirectoryStream(all, path -> Files.isDirectory(path))) {
                each.forEach(found::add);
            } catch (IOException | DirectoryIteratorException unreadable) {
                gaps.add(new Survey.Gap("worktrees", "cannot be listed"));
            }
        }
        found.sort(null);
        return found;
    }

    /** ORIG_HEAD, FETCH_HEAD, MERGE_HEAD and their like. */
    static Map<String, Path> leftBehind(Path own, List<Survey.Gap> gaps) {
        Map<String, Path> found = new TreeMap<>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(own, "*_HEAD")) {
            for (Path file : each) {
                if (Files.isRegularFile(file)) {
                    found.put(file.getFileName().toString(), file);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            gaps.add(new Survey.Gap("what commands left behind", "cannot be listed"));
        }
        return found;
    }
}
