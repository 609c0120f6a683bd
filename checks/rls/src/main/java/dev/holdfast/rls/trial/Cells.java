package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.seed.Asker;
import dev.holdfast.rls.seed.Budget;
import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.seed.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens to each attempt: it is within the budget, and it leaves nothing behind. */
final class Cells {
    private static final String NAME = "cell";

    /** The statement that an attempt begins with. */
    static final String MARK = Transaction.marking(NAME);

    private final Transaction transaction;
    private final Budget budget;
    private final Map<String, Optional<String>> roles = new HashMap<>();
    private final Map<List<String>, Finding> withoutGrant = new HashMap<>();

    Cells(Transaction transaction, Budget budget) {
        this.transaction = transaction;
        this.budget = budget;
    }

    /** Sets the mark itself, after all that has to remain, and undoes unless it fails. */
    interface Steps<T> {
        T run() throws SQLException;
    }

    /** What came of an attempt, or the failure of it. */
    sealed interface Answer<T> {
        /** All of it ran. */
        record Given<T>(T value) implements Answer<T> {}

        /** The server refused. */
        record Refused<T>(Failure failure) implements Answer<T> {}

        /** It was not asked. */
        record NotAsked<T>(String why) implements Answer<T> {}
    }

    /** Why an object is left alone. */
    Optional<String> spent(String object) {
        return budget.spent(object);
    }

    /** Tries something as somebody at an object. */
    <T> Answer<T> ask(Asker asker, String object, Steps<T> steps) throws SQLException {
        Optional<String> spent = budget.spent(object);
        if (spent.isPresent()) {
            return new Answer.NotAsked<>(spent.get());
        }
        Optional<String> never = notTaken(asker.role());
        if (never.isPresent()) {
            return new Answer.NotAsked<>(never.get());
        }
        try {
            return new Answer.Given<>(steps.run());
        } catch (SQLException refused) {
            if (transaction.isLost()) {
                return new Answer.NotAsked<>(budget.lost(object, refused));
            }
            Failure.requireAnswer(refused);
            if (transaction.isBroken()) {
                undo();
            }
            Failure failure = Failure.of(refused);
            budget.failed(object, failure);
            return new Answer.Refused<>(failure);
        }
    }

    /** The same, where a grant that is missing once is missing for the role in every session. */
    Finding of(Asker asker, Relation relation, String statement, Steps<Finding> steps)
            throws SQLException {
        List<String> key = List.of(asker.role(), statement);
        Finding known = withoutGrant.get(key);
        if (known != null) {
            return known;
        }
        Finding found =
                switch (ask(asker, relation.fullName(), steps)) {
                    case Answer.Given<Finding> given -> given.value();
                    case Answer.Refused<Finding> refused ->
                            Finding.refused(refused.failure(), relation);
                    case Answer.NotAsked<Finding> not -> Finding.failed(not.why());
                };
        if (found.kind() == Finding.Kind.NO_GRANT) {
            withoutGrant.put(key, found);
        }
        return found;
    }

    /** Runs all of it between the mark and the way back, in one message. */
    List<List<String>> undone(List<String> statements) throws SQLException {
        List<String> all = new ArrayList<>(List.of(MARK));
        all.addAll(statements);
        all.addAll(Transaction.undoing(NAME));
        return transaction.together(all);
    }

    /** Goes back to the mark. */
    void undo() throws SQLException {
        transaction.undo(NAME);
    }

    /** Why nobody can be this role here. */
    private Optional<String> notTaken(String role) throws SQLException {
        Optional<String> known = roles.get(role);
        if (known == null) {
            known = Optional.empty();
            try {
                Asker.prepare(role, transaction);
            } catch (SQLException refused) {
                Failure.requireAnswer(refused);
                known = Optional.of(Failure.of(refused).sentence());
            }
            roles.put(role, known);
        }
        return known;
    }
}
