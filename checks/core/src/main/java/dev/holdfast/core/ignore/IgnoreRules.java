package dev.holdfast.core.ignore;

import org.jspecify.annotations.Nullable;

/**
 * The rules that hold in one folder: those of its own ignore file and of the folders above. The
 * nearest file that has a rule for a path decides, and in it the last such rule (gitignore(5)).
 *
 * <p>Patterns are matched byte by byte and capitals count, whatever {@code core.ignoreCase} says.
 * In doubt nothing is ignored: what is ignored is not looked at.
 *
 * <ul>
 *   <li>A file above {@link #LARGEST_FILE} is left aside, and so are the rules above it, which it
 *       may take back.
 *   <li>A rule above 4 KiB is left aside. If it begins with {@code !}, so are the rules before it.
 *   <li>A path whose bytes are not known, because its name is no UTF-8, is never ignored.
 * </ul>
 */
public final class IgnoreRules {
    /** The most bytes of a file whose rules count. Reading one more is enough. */
    public static final int LARGEST_FILE = 1 << 20;

    /** Nothing is ignored. */
    public static final IgnoreRules NONE = new IgnoreRules(null, "", RuleFile.of(new byte[0]));

    private final @Nullable IgnoreRules above;
    private final String folder;
    private final RuleFile rules;

    private IgnoreRules(@Nullable IgnoreRules above, String folder, RuleFile rules) {
        this.above = above;
        this.folder = folder;
        this.rules = rules;
    }

    /**
     * The rules of a folder: these ones, of the folder above, and the lines of its own file. A file
     * that stands before all others, as {@code .git/info/exclude} does, is added first, to the
     * root.
     *
     * <p>Git reads no ignore file through a symbolic link, and neither must the caller.
     *
     * @param ofFolder relative to the root with '/', "" for the root
     * @param ignoreFile the bytes of its ignore file
     */
    public IgnoreRules with(String ofFolder, byte[] ignoreFile) {
        RuleFile own = RuleFile.of(ignoreFile);
        String name = NameBytes.of(ofFolder);
        // Nothing in a folder without a known name is ever ignored.
        if (own.isEmpty() || name == null) {
            return this;
        }
        return new IgnoreRules(this, name.isEmpty() ? "" : name + "/", own);
    }

    /**
     * Whether the last rule that fits says so. What lies in an ignored folder is ignored, too: the
     * caller has not entered any.
     *
     * @param path relative to the root with '/', and in the folder that these rules are of
     * @param isFolder whether it is a folder, and no link to one
     */
    public boolean ignores(String path, boolean isFolder) {
        String bytes = NameBytes.of(path);
        if (bytes == null || bytes.isEmpty() || bytes.endsWith("/")) {
            return false;
        }
        String name = bytes.substring(bytes.lastIndexOf('/') + 1);
        for (IgnoreRules each = this; each != null; each = each.above) {
            if (bytes.startsWith(each.folder)) {
                String below = bytes.substring(each.folder.length());
                Rule last = each.rules.last(name, below, isFolder);
                if (last != null) {
                    return !last.negated();
                }
            }
        }
        return false;
    }
}
