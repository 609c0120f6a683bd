package dev.holdfast.git.refs;

import dev.holdfast.core.history.Survey;
import dev.holdfast.fuzz.Scratch;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import dev.holdfast.git.pack.ObjectFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Each line of packed references is a reference, a comment, or told to be neither. */
public final class PackedReferencesTarget implements Target {
    private final Scratch scratch = new Scratch();

    @Override
    public String name() {
        return "packed-refs";
    }

    @Override
    public List<byte[]> seeds() {
        String name = "0123456789abcdef0123456789abcdef01234567";
        return Text.all(
                "# pack-refs with: peeled fully-peeled sorted\n"
                        + name
                        + " refs/heads/main\n"
                        + name
                        + " refs/tags/v1\n^"
                        + name
                        + "\n",
                name + "\n",
                name + " \n^\n");
    }

    @Override
    public void run(byte[] input) throws IOException {
        List<Survey.Gap> gaps = new ArrayList<>();
        var file = scratch.file("packed-refs", input);
        PackedReferences read = PackedReferences.read(file, ObjectFormat.SHA_1, gaps);
        read.names().values().forEach(PackedReferencesTarget::check);
        read.peeled().forEach(PackedReferencesTarget::check);
        PackedReferences.read(file, ObjectFormat.SHA_256, gaps);
    }

    private static void check(String name) {
        if (!name.matches("[0-9a-f]{40}")) {
            throw new AssertionError(name);
        }
    }
}
