package dev.holdfast.rls.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each solver by itself, and what two of them make of a contradiction. */
class SolversTest {
    private static final Value USER = new Value.Unknown("user");
    private static final Value OWNER = new Value.Unknown("owner");
    private static final Value ONE = new Value.Constant("integer", "1", true);
    private static final Value TWO = new Value.Constant("integer", "2", true);
    private static final Formula SHARED = new Formula.Atom("shared) (check-sat");

    static Stream<Solver> solvers() {
        return Stream.concat(Stream.of(new InterpolSolver()), z3().stream());
    }

    private static Optional<Z3Program> z3() {
        return Z3Program.find(System.getenv().getOrDefault("PATH", ""));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void findsWhatCanBe(Solver solver) {
        Answer answer =
                solver.decide(
                        List.of(
                                SHARED,
                                Formula.same(OWNER, ONE),
                                Formula.not(Formula.same(OWNER, USER))),
                        5_000);
        Answer.Possible model = assertInstanceOf(Answer.Possible.class, answer);
        assertTrue(model.holding().contains("shared) (check-sat"));
        assertEquals(model.classes().get(OWNER), model.classes().get(ONE));
        assertNotEquals(model.classes().get(OWNER), model.classes().get(USER));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void findsNothingThatCannotBe(Solver solver) {
        Answer answer =
                solver.decide(
                        List.of(
                                Formula.or(SHARED, Formula.same(OWNER, TWO)),
                                Formula.not(SHARED),
                                Formula.same(USER, ONE),
                                Formula.same(OWNER, USER)),
                        5_000);
        assertInstanceOf(Answer.Impossible.class, answer);
    }

    @Test
    void saysThatZ3IsNotThere(@TempDir Path empty) {
        if (z3().isEmpty()) {
            System.out.println("not tried: there is no z3 on PATH to compare proofs with");
        }
        assertTrue(Z3Program.find(empty.toString()).isEmpty());
        assertTrue(Z3Program.find("").isEmpty());
    }

    @Test
    void decidesNothingWhereSolversContradictEachOther() {
        Solver wrong = answering(new Answer.Impossible());
        Answer answer = new BothSolvers(new InterpolSolver(), wrong).decide(List.of(SHARED), 5_000);
        Answer.Undecided undecided = assertInstanceOf(Answer.Undecided.class, answer);
        assertTrue(undecided.reason().contains("contradict"), undecided.reason());
    }

    @Test
    void decidesNothingWhereOneGivesUp() {
        Solver idle = answering(new Answer.Undecided("tired"));
        assertEquals(
                new Answer.Undecided("tired"),
                new BothSolvers(new InterpolSolver(), idle).decide(List.of(SHARED), 5_000));
        assertEquals(
                new Answer.Undecided("tired"),
                new BothSolvers(idle, new InterpolSolver()).decide(List.of(SHARED), 5_000));
    }

    @Test
    void takesAProgramThatSaysNothingForUndecided(@TempDir Path folder) throws Exception {
        Path silent = folder.resolve("z3");
        Files.writeString(silent, "#!/bin/sh\ncat >/dev/null\n");
        assumeTrue(silent.toFile().setExecutable(true), "a file could not be made executable");
        Z3Program found = Z3Program.find(folder.toString()).orElseThrow();
        assertInstanceOf(Answer.Undecided.class, found.decide(List.of(SHARED), 1_000));
        Files.writeString(silent, "#!/bin/sh\necho sat\n");
        assertInstanceOf(Answer.Undecided.class, found.decide(List.of(SHARED), 1_000));
    }

    private static Solver answering(Answer answer) {
        return new Solver() {
            @Override
            public String name() {
                return "a solver";
            }

            @Override
            public Answer decide(List<Formula> formulas, long patience) {
                return answer;
            }
        };
    }
}
