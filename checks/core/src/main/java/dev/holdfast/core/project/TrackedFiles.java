package dev.holdfast.core.project;

/**
 * The files that a version control system keeps. An ignore file means nothing to them: whoever
 * leaves out what is ignored must still look at them.
 */
public interface TrackedFiles {
    /** No file is kept. */
    TrackedFiles NONE =
            new TrackedFiles() {
                @Override
                public boolean isTracked(String path) {
                    return false;
                }

                @Override
                public boolean anyBelow(String folder) {
                    return false;
                }

                @Override
                public boolean isRepository(String folder) {
                    return false;
                }
            };

    /**
     * Whether a file is kept.
     *
     * @param path relative to the root with '/'
     */
    boolean isTracked(String path);

    /**
     * Whether any file in a folder or below it is kept, or another repository is.
     *
     * @param folder relative to the root with '/', "" for the root
     */
    boolean anyBelow(String folder);

    /**
     * Whether a folder is another repository that is kept as a whole (a submodule). What is ignored
     * in it, it says itself.
     *
     * @param folder relative to the root with '/'
     */
    boolean isRepository(String folder);
}
