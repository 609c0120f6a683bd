package dev.holdfast.git.index;

import dev.holdfast.core.history.StagedFiles;
import dev.holdfast.git.folder.GitFolder;
import dev.holdfast.git.pack.ObjectLookup;
import dev.holdfast.git.refs.HeadReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The files of the index that HEAD has not, or has with another content. */
public final class IndexAgainstHead implements StagedFiles {
    private final GitFolder folder;

    /** The staged files of a work tree; nothing is read yet. */
    public IndexAgainstHead(GitFolder folder) {
        this.folder = folder;
    }

    @Override
    public List<StagedFile> list() throws IOException {
        Optional<Path> file = folder.index();
        if (file.isEmpty()) {
            return List.of();
        }
        Index index = IndexReader.read(file.get(), folder);
        Optional<String> head = HeadReference.of(folder);
        List<StagedFile> staged = new ArrayList<>();
        ObjectLookup objects = new ObjectLookup(folder.objects(), folder.format());
        Trees trees = new Trees(objects, folder.format());
        byte[] tree = head.isEmpty() ? null : trees.ofCommit(head.get());
        for (IndexEntry each : new Comparison(index, trees).against(tree)) {
            staged.add(new Staged(objects, each));
        }
        staged.sort(Comparator.comparing(StagedFile::path));
        return staged;
    }

    /** One file of the index. */
    private static final class Staged implements StagedFile {
        private final ObjectLookup objects;
        private final IndexEntry entry;

        Staged(ObjectLookup objects, IndexEntry entry) {
            this.objects = objects;
            this.entry = entry;
        }

        @Override
        public String path() {
            byte[] bytes = entry.path().getBytes(StandardCharsets.ISO_8859_1);
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public long size() throws IOException {
            return objects.size(entry.object());
        }

        @Override
        public InputStream open() throws IOException {
            return objects.open(entry.object());
        }
    }
}
