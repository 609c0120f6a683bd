package dev.holdfast.git.pack;

import dev.holdfast.core.history.Survey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The folders in which a repository's objects lie: its own one, and those that it borrows from. */
final class ObjectFolders {
    private static final int MOST = 64;
    private static final String PACK = ".pack";
    private static final String INDEX = ".idx";

    private final List<Path> folders;
    private final List<Survey.Gap> gaps = new ArrayList<>();

    /**
     * Follows info/alternates (gitrepository-layout(5)).
     *
     * @param objects the own folder first
     * @throws IOException when that is not there
     */
    ObjectFolders(List<Path> objects) throws IOException {
        Set<Path> found = new LinkedHashSet<>();
        add(objects.getFirst().toRealPath(), found);
        for (Path each : objects.subList(1, objects.size())) {
            borrow(each, found);
        }
        this.folders = List.copyOf(found);
    }

    private void add(Path folder, Set<Path> found) {
        if (!found.add(folder)) {
            return;
        }
        Path alternates = folder.resolve("info").resolve("alternates");
        if (!Files.exists(alternates)) {
            return;
        }
        String text;
        try {
            text = Files.readString(alternates, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            gaps.add(new Survey.Gap("the list of borrowed object folders", "cannot be read"));
            return;
        }
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                byte[] name = line.getBytes(StandardCharsets.ISO_8859_1);
                try {
                    borrow(folder.resolve(new String(name, StandardCharsets.UTF_8)), found);
                } catch (InvalidPathException odd) {
                    gaps.add(notThere());
                }
            }
        }
    }

    private static Survey.Gap notThere() {
        return new Survey.Gap(
                "a borrowed object folder", "that is named is not there or cannot be read");
    }

    private void borrow(Path folder, Set<Path> found) {
        try {
            Path borrowed = folder.toRealPath();
            if (!Files.isDirectory(borrowed)) {
                throw new NotDirectoryException(folder.toString());
            }
            if (found.size() >= MOST) {
                gaps.add(
                        new Survey.Gap(
                                "a borrowed object folder", "is not followed: there are too many"));
                return;
            }
            add(borrowed, found);
        } catch (IOException missing) {
            gaps.add(notThere());
        }
    }

    /** The folders, the own one first. */
    List<Path> folders() {
        return folders;
    }

    /** What is named and cannot be read. */
    List<Survey.Gap> gaps() {
        return gaps;
    }

    /** The indexes of the packs of a folder; takes note of packs that have none. */
    List<Path> indexes(Path folder) {
        List<Path> found = new ArrayList<>();
        Path packs = folder.resolve("pack");
        try (DirectoryStream<Path> all = Files.newDirectoryStream(packs)) {
            for (Path each : all) {
                String name = each.getFileName().toString();
                if (name.endsWith(INDEX)) {
                    found.add(each);
                } else if (name.endsWith(PACK) && !name.startsWith("tmp_") && !hasIndex(each)) {
                    gaps.add(
                            new Survey.Gap(
                                    "the pack " + name, "has no index (git index-pack makes one)"));
                }
            }
        } catch (NoSuchFileException none) {
            return found;
        } catch (IOException | DirectoryIteratorException unreadable) {
            gaps.add(new Survey.Gap("the folder objects/pack", "cannot be listed"));
        }
        found.sort(null);
        return found;
    }

    private static boolean hasIndex(Path pack) {
        String name = pack.getFileName().toString();
        String index = name.substring(0, name.length() - PACK.length()) + INDEX;
        return Files.exists(pack.resolveSibling(index));
    }

    /** Whether a pack came from a partial clone, so that others may be elsewhere on purpose. */
    static boolean isPromised(Path index) {
        String name = index.getFileName().toString();
        String promisor = name.substring(0, name.length() - INDEX.length()) + ".promisor";
        return Files.exists(index.resolveSibling(promisor));
    }
}
