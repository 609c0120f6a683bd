package dev.holdfast.core.policy;

import dev.holdfast.core.baseline.BaselineText;
import dev.holdfast.core.check.Catalogue;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.waiver.WaiverReader;
import dev.holdfast.fuzz.Scratch;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A policy, a waiver file and a baseline are read, or the user is told what is wrong. */
public final class PolicyTarget implements Target {
    private static final Supplier<Catalogue> NO_CHECKS = () -> new Catalogue(List.of());

    private final Scratch scratch = new Scratch();
    private final PolicyReader reader = new PolicyReader(List.of(), NO_CHECKS);

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "apiVersion: holdfast/v1\ngate: {block: [critical, high], unknown: warn}\n",
                "apiVersion: holdfast/v1\nextends:\n- file: a.yaml\n  sha256: \"00\"\n",
                "apiVersion: holdfast/v1\nwaivers:\n- check: a.b\n  reason: \"x\\u00e9\\U0001F600\"\n"
                        + "  expires: 2026-01-01\n  scope: {path: \"a/**\"}\n",
                "{\"apiVersion\":\"holdfast/v1\",\"entries\":[{\"check\":\"a.b\"}]}",
                "a: &x [*x, !!str y]\n? [k]\n: |+2\n  text\n...\n---\n%YAML 1.1\n");
    }

    @Override
    public void run(byte[] input) throws IOException {
        Project project = new Project(scratch.folder(), scratch.folder(), false);
        try {
            reader.read(project, scratch.file("holdfast.yaml", input));
        } catch (UserProblem told) {
            check(told);
        }
        try {
            WaiverReader.read(input, "waivers.yaml", Set.of("a.b"));
        } catch (UserProblem told) {
            check(told);
        }
        try {
            BaselineText.read(input, "baseline.json");
        } catch (UserProblem told) {
            check(told);
        }
    }

    private static void check(UserProblem told) {
        String message = String.valueOf(told.getMessage());
        if (message.isBlank() || message.chars().anyMatch(each -> each < ' ' && each != '\n')) {
            throw new AssertionError("a message with control characters");
        }
    }
}
