package dev.holdfast.git.refs;

import dev.holdfast.core.history.Survey;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lists files below a folder by name, as references and their logs lie there. */
final class LooseReferences {
    private final Map<String, Path> files = new TreeMap<>();
    private final Set<Path> entered = new HashSet<>();
    private final List<Survey.Gap> gaps;

    private LooseReferences(List<Survey.Gap> gaps) {
        this.gaps = gaps;
    }

    /**
     * The files below a folder.
     *
     * @param name what to call the folder
     * @param gaps takes what cannot be listed
     */
    static Map<String, Path> below(Path folder, String name, List<Survey.Gap> gaps) {
        LooseReferences walk = new LooseReferences(gaps);
        walk.enter(folder, name);
        return walk.files;
    }

    private void enter(Path folder, String name) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            // A link may lead back to where it lies.
            if (!entered.add(folder.toRealPath())) {
                return;
            }
            for (Path each : all) {
                String own = name + "/" + each.getFileName();
                if (Files.isDirectory(each)) {
                    enter(each, own);
                } else {
                    files.put(own, each);
                }
            }
        } catch (NoSuchFileException none) {
            // Not every repository has every folder, and git removes empty ones at any time.
        } catch (IOException | DirectoryIteratorException unreadable) {
            gaps.add(new Survey.Gap(name, "cannot be listed"));
        }
    }
}
