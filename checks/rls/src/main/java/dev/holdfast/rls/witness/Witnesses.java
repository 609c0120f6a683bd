package dev.holdfast.rls.witness;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.prove.Example;
import dev.holdfast.rls.prove.Examples;
import dev.holdfast.rls.prove.Proof;
import dev.holdfast.rls.seed.Budget;
import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.seed.Limits;
import dev.holdfast.rls.seed.Transaction;
import dev.holdfast.rls.server.ServerAnswer;
import dev.holdfast.rls.solve.InterpolSolver;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.source.Opened;
import dev.holdfast.rls.tenancy.Tenancy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Executes what may break a property, on a throw-away database or on one that may be written. Only
 * what was seen to happen makes it refuted; everything is rolled back.
 */
public final class Witnesses {
    private static final int MOST_EXAMPLES = 4;
    private static final int MOST_VARIANTS = 24;
    // invalid_object_definition: "infinite recursion detected in policy for relation …"
    private static final String RECURSION = "(SQLSTATE 42P17)";
    private static final String SOME_USER = "holdfast-User-a";

    private final Opened.Connecting connecting;
    private final Catalog catalog;
    private final Tenancy tenancy;
    private final Solver solver;
    private final Budget budget;

    /** For a database that was read into that catalogue. */
    public Witnesses(Opened.Connecting connecting, Catalog catalog, Tenancy tenancy) {
        this(connecting, catalog, tenancy, new InterpolSolver());
    }

    /**
     * The same with a solver of choice.
     *
     * @param solver asked for another example when one does not do what it should
     */
    public Witnesses(
            Opened.Connecting connecting, Catalog catalog, Tenancy tenancy, Solver solver) {
        this(
                connecting,
                catalog,
                tenancy,
                solver,
                new Budget(Limits.USUAL, InstantSource.system()));
    }

    /**
     * The same with a time of its own.
     *
     * @param budget what all attempts together may take; a property that none is left for stays a
     *     candidate
     */
    public Witnesses(
            Opened.Connecting connecting,
            Catalog catalog,
            Tenancy tenancy,
            Solver solver,
            Budget budget) {
        this.budget = budget;
        this.connecting = connecting;
        this.catalog = catalog;
        this.tenancy = tenancy;
        this.solver = solver;
    }

    /**
     * Tries to see a property broken.
     *
     * @param candidate other verdicts are given back as they are
     * @return REFUTED with the witness, or CANDIDATE with the reason why nothing was seen
     * @throws SQLException when the server is gone
     */
    public Proof refute(Proof candidate) throws SQLException {
        Optional<Examples> examples = Examples.of(candidate);
        if (candidate.verdict() != Proof.Verdict.CANDIDATE || examples.isEmpty()) {
            return candidate;
        }
        String table = candidate.relation().fullName();
        Optional<String> spent = budget.spent(table);
        if (spent.isPresent()) {
            return candidate.notSeen(spent.get());
        }
        try (Connection connection = connecting.connect();
                Transaction transaction = new Transaction(connection)) {
            transaction.bound(budget.limits());
            return tried(candidate, examples.get(), transaction);
        } catch (SQLException refused) {
            if (ServerAnswer.isSilence(refused)) {
                return candidate.notSeen(
                        "it was tried, and a statement did not stop when it was told to, so that"
                                + " its connection was closed");
            }
            Failure.requireAnswer(refused);
            return candidate.notSeen(
                    "the database does not let it be tried: " + Failure.of(refused).sentence());
        }
    }

    private Proof tried(Proof candidate, Examples examples, Transaction transaction)
            throws SQLException {
        String why = "";
        for (int i = 0; i < MOST_EXAMPLES && examples.here().isPresent(); i++) {
            Example example = examples.here().get();
            List<Example> variants =
                    new Variants(catalog, candidate.relation()).of(example, SOME_USER);
            for (Example each : variants.subList(0, Math.min(MOST_VARIANTS, variants.size()))) {
                Outcome outcome = outcome(candidate, each, transaction);
                switch (outcome) {
                    case Outcome.Seen seen -> {
                        return candidate.refuted(seen.witness());
                    }
                    case Outcome.NotSeen not -> why = why.isEmpty() ? not.why() : why;
                }
                if (transaction.timeouts() >= budget.limits().timeouts()
                        || budget.spent(candidate.relation().fullName()).isPresent()) {
                    return candidate.notSeen(
                            "it was tried until there was no time left, and not seen: " + why);
                }
            }
            if (why.contains(RECURSION)) {
                // The server refuses the table itself, whatever is in it.
                return candidate.notSeen("it was tried and not seen: " + why);
            }
            if (i + 1 < MOST_EXAMPLES) {
                examples.next(solver);
            }
        }
        return candidate.notSeen("it was tried and not seen: " + why);
    }

    /** With triggers as they are, and where rows cannot be put in so, without them. */
    private Outcome outcome(Proof candidate, Example example, Transaction transaction)
            throws SQLException {
        Outcome first = attempt(candidate, transaction).run(example, true);
        boolean tried =
                first instanceof Outcome.Seen
                        || (first instanceof Outcome.NotSeen not
                                && not.putIn()
                                && !hasTriggers(example));
        if (tried) {
            return first;
        }
        Outcome second = attempt(candidate, transaction).run(example, false);
        return second instanceof Outcome.Seen ? second : first;
    }

    private boolean hasTriggers(Example example) {
        return example.stored().stream()
                .anyMatch(each -> !catalog.triggersOf(each.relation().oid()).isEmpty());
    }

    private Attempt attempt(Proof candidate, Transaction transaction) {
        return new Attempt(
                catalog, tenancy, transaction, candidate.relation(), candidate.property());
    }
}
