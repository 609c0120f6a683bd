package dev.holdfast.commands.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LineLimitTest {
    @Test
    void endsAtALineThatHasNoEnd() {
        Reader endless =
                new Reader() {
                    private boolean begun;

                    @Override
                    public int read(char[] target, int from, int most) {
                        Arrays.fill(target, from, from + most, 'x');
                        if (!begun) {
                            target[from] = '\n';
                            begun = true;
                        }
                        return most;
                    }

                    @Override
                    public void close() {}
                };
        UserProblem problem =
                assertThrows(
                        UserProblem.class,
                        () -> {
                            try (BufferedReader lines =
                                    new BufferedReader(new LineLimit(endless, "run.jsonl"))) {
                                lines.readLine();
                                lines.readLine();
                            }
                        });
        assertTrue(problem.what().startsWith("run.jsonl:2: "), problem.what());
    }

    @Test
    void leavesLinesAlone() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new LineLimit(new StringReader("a\nb\n"), "run.jsonl"))) {
            assertEquals("a", lines.readLine());
            assertEquals("b", lines.readLine());
        }
    }
}
