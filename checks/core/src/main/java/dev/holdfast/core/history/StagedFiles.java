package dev.holdfast.core.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What a commit made now would add or change: the index held against HEAD. */
public interface StagedFiles {

    /** The files, sorted by path; none when nothing is staged. */
    List<StagedFile> list() throws IOException;

    /** One file as it is in the index, whatever the work tree holds. */
    interface StagedFile {

        /** Relative to the repository's root, with '/'. */
        String path();

        /** How many bytes it has. */
        long size() throws IOException;

        /**
         * Its content. That it is the one that was staged is known only when its end was reached:
         * the stream ends with an exception otherwise.
         *
         * @throws TooLarge when it does not fit into memory
         * @throws IOException when it is missing or broken
         */
        InputStream open() throws IOException;
    }
}
