package dev.holdfast.git.folder;

import dev.holdfast.fuzz.Scratch;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.io.IOException;
import java.util.List;

/** A configuration of git is read or refused. */
public final class ConfigTarget implements Target {
    private final Scratch scratch = new Scratch();

    @Override
    public String name() {
        return "config";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "[core]\n\tbare = false\n\tfilemode\n[remote \"o\\\"x\"]\n\turl = a\\\n b # c\n",
                "[extensions]\n objectFormat = \"sha256\" ; x\n",
                "\uFEFF[a.b]c=\"x\\n\\t\\\\\"\r\n",
                "[a \"x\\");
    }

    @Override
    public void run(byte[] input) throws IOException {
        var file = scratch.file("config", input);
        try {
            GitConfig.read(file);
        } catch (IOException told) {
            if (!String.valueOf(told.getMessage()).startsWith(file.toString())) {
                throw new AssertionError("it does not say where", told);
            }
        }
    }
}
