package dev.holdfast.secrets.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Progress;
import dev.holdfast.core.history.StagedFiles.StagedFile;
import dev.holdfast.core.history.TooLarge;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.secrets.rule.UserRules;
import dev.holdfast.secrets.verify.KeyRing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagedCheckTest {

    /** A file that cannot be read, for a reason. */
    private record Unreadable(IOException why) implements StagedFile {

        @Override
        public String path() {
            return "big.bin";
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public InputStream open() throws IOException {
            throw why;
        }
    }

    private static Result result(IOException why) throws IOException {
        StagedCheck check =
                new StagedCheck(
                        () -> List.of(new Unreadable(why)),
                        List.of(),
                        UserRules.NONE,
                        KeyRing.closed());
        Path root = Path.of("").toAbsolutePath();
        Context context =
                new Context(
                        new Project(root, root, false),
                        FingerprintKey.shared(),
                        Clock.systemUTC(),
                        1,
                        Progress.NONE);
        List<Result> unknown =
                check.run(context).results().stream()
                        .filter(each -> each.outcome() == Outcome.UNKNOWN)
                        .toList();
        return unknown.getFirst();
    }

    @Test
    void whatIsTooLargeIsSaidToBeAndNothingIsCalledBroken() throws IOException {
        String told = result(new TooLarge("it has 900 MiB")).toString();
        assertTrue(told.contains("was not looked at: it has 900 MiB"), told);
        assertFalse(told.contains("fsck"), told);
    }

    @Test
    void whatIsBrokenIsSaidToBe() throws IOException {
        Result told = result(new IOException("broken"));
        assertEquals("git fsck says what is broken", told.remediation());
    }
}
