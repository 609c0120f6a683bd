package dev.holdfast.secrets.scan;

/** Which paths a walk passes over. Immutable; the rules of one folder. */
public interface Ignored {

    /** Passes over nothing. */
    Ignored NOTHING =
            new Ignored() {
                @Override
                public Ignored in(String folder) {
                    return this;
                }

                @Override
                public boolean ignores(String path, boolean isFolder) {
                    return false;
                }
            };

    /**
     * The rules inside a folder.
     *
     * @param folder relative to the root with '/', empty for the root itself
     */
    Ignored in(String folder);

    /** Whether a path in this folder is passed over, with all that is below it. */
    boolean ignores(String path, boolean isFolder);
}
