package dev.holdfast.core.ignore;

import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.util.Arrays;
import java.util.List;

/** An ignore file: any bytes are rules, and no question takes more steps than parts times bytes. */
public final class IgnoreTarget implements Target {
    private static final List<String> PATHS =
            List.of(
                    "a",
                    "a/b/c.txt",
                    "src/a/a/a/aaaaaaaaaaaaaaaab",
                    "node_modules/x",
                    "[a]",
                    "é/!x");

    @Override
    public String name() {
        return "ignore";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "*.txt\n!keep.txt\n/dist/\n**/node_modules\na/**/b\n",
                "[a-c]x\n[!a]\n[[:alpha:]]*\n\\#x\n\\ \n",
                "a*a*a*a*a*b\n**/**/**\n???\n",
                "\uFEFF# x\r\n/a\\/b\r\nfoo \\ \n");
    }

    @Override
    public void run(byte[] input) {
        IgnoreRules rules = IgnoreRules.NONE.with("", input).with("src", input);
        for (String path : PATHS) {
            // The answer may be either; the same question has the same one.
            boolean file = rules.ignores(path, false);
            if (file != rules.ignores(path, false)) {
                throw new AssertionError(path);
            }
            rules.ignores(path, true);
        }
        String pattern = Text.latin1(Arrays.copyOf(input, Math.min(input.length, 4096)));
        Wildcard wildcard = Wildcard.of(pattern);
        if (wildcard != null) {
            WildcardStates states = wildcard.states();
            String text = "a/b".repeat(50);
            states.match(text, 0, text.length());
            if (states.steps() > (long) text.length() * pattern.length()) {
                throw new AssertionError("steps " + states.steps());
            }
        }
    }
}
