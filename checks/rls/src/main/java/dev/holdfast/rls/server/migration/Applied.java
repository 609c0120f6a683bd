package dev.holdfast.rls.server.migration;

import java.util.List;

/**
 * What became of migrations. A verdict over a database in which not all of them were applied is a
 * verdict over another database than the user's; who uses it says so.
 *
 * @param statements how many statements the files hold
 * @param applied how many of them the server carried out
 * @param problems the others, in the order of the files; a problem of a file as a whole is on line
 *     1 and counts as no statement
 * @param assumedRoles roles that nobody made and a statement named; they were made as plain as a
 *     role can be (no login, no membership), which may be less than they are elsewhere
 */
public record Applied(
        int statements, int applied, List<StatementProblem> problems, List<String> assumedRoles) {

    public Applied {
        problems = List.copyOf(problems);
        assumedRoles = List.copyOf(assumedRoles);
    }

    /** Whether all that bears on who may do what was applied. */
    public boolean isComplete() {
        return problems.stream().noneMatch(StatementProblem::bearsOnAccess);
    }
}
