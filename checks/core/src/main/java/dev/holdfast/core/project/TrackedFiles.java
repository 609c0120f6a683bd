package dev.holdfast.core.project;

/**
 * The files that a repository tracks. What is tracked is not ignored, whatever the ignore files say
 * (gitignore(5)).
 */
public interface TrackedFiles {

    /** Of a project without a repository. */
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
            };

    /**
     * Whether a file is tracked.
     *
     * @param path relative to the root with '/'
     */
    boolean isTracked(String path);

    /** Whether any file below a folder is tracked. */
    boolean anyBelow(String folder);
}
