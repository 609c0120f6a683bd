package dev.holdfast.core.ignore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold in one folder: those of the folders above and its own, as git follows them
 * (gitignore(5)). Immutable. The file nearest to a path decides, and in a file the last rule that
 * fits. Who asks does not enter ignored folders, for nothing below one can be taken back.
 */
public final class IgnoreRules {
    /** No rule at all. */
    public static final IgnoreRules NONE = new IgnoreRules(null, "", List.of());

    // Nobody writes that much by hand; what is not followed ignores nothing.
    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_LINE = 4_096;

    private final @Nullable IgnoreRules above;
    private final String folder;
    private final List<IgnoreRule> rules;

    private IgnoreRules(@Nullable IgnoreRules above, String folder, List<IgnoreRule> rules) {
        this.above = above;
        this.folder = folder;
        this.rules = List.copyOf(rules);
    }

    /**
     * The rules in a folder.
     *
     * @param inFolder relative to the root with '/', empty for the root itself
     * @param file the content of its {@code .gitignore}
     */
    public IgnoreRules with(String inFolder, byte[] file) {
        if (file.length > LARGEST) {
            return this;
        }
        String text = new String(file, StandardCharsets.UTF_8);
        List<IgnoreRule> own = new ArrayList<>();
        for (String line : (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1)) {
            if (line.length() <= LONGEST_LINE) {
                IgnoreRule.of(line).ifPresent(own::add);
            }
        }
        return own.isEmpty() ? this : new IgnoreRules(this, inFolder, own);
    }

    /**
     * Whether git ignores a path, when it does not track it.
     *
     * @param path relative to the root with '/'
     */
    public boolean ignores(String path, boolean isFolder) {
        for (IgnoreRules each = this; each != null; each = each.above) {
            String below = each.folder.isEmpty() ? path : path.substring(each.folder.length() + 1);
            for (int i = each.rules.size() - 1; i >= 0; i--) {
                IgnoreRule rule = each.rules.get(i);
                if (rule.fits(below, isFolder)) {
                    return !rule.takesBack();
                }
            }
        }
        return false;
    }
}
