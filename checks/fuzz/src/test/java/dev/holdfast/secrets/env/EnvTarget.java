package dev.holdfast.secrets.env;

import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.util.List;

/** Variables have names and lines of the file, and say nothing of their values. */
public final class EnvTarget implements Target {
    @Override
    public String name() {
        return "env";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "A=b\nexport C = \"d\\n#e\" # f\nG='h\ni'\nJ=`k\"`\nL: m\n",
                "A=${B:-${C}}\nB=$A\nC=\"\\\"\\\\\"\n",
                "\uFEFFA=\"\r\n\rB='\"\n");
    }

    @Override
    public void run(byte[] input) {
        String text = Text.of(input);
        List<EnvVariable> variables = EnvParser.parse(text, ".env");
        if (variables.size() > 2L * text.length()) {
            throw new AssertionError(variables.size() + " variables");
        }
        for (EnvVariable each : variables) {
            Eligibility.search(each);
            String shown = each.toString();
            if (!shown.equals(each.name() + " (" + each.source() + ")")
                    || !each.source().matches("\\.env:[1-9][0-9]*")) {
                throw new AssertionError("a variable shows something else");
            }
        }
        EnvParser.isBlank(text);
    }
}
