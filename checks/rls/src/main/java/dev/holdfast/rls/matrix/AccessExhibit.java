package dev.holdfast.rls.matrix;

import dev.holdfast.core.check.Findings;
import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.exhibit.Tone;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;

/** The matrix as reports show it beside what was found. */
public final class AccessExhibit {
    // TRUNCATE has no policy to show, and is granted wherever ALL was.
    private static final List<Privilege> COLUMNS =
            List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    private AccessExhibit() {}

    /**
     * The findings, with the matrix of what was looked at beside them.
     *
     * @param schemas the exposed schemas
     * @param roles that an attacker may have, by name; empty for the usual ones
     */
    public static Findings beside(
            Findings findings, Catalog catalog, List<String> schemas, List<String> roles) {
        AccessMatrix matrix = CatalogMatrix.of(catalog, schemas, roles);
        return matrix.lines().isEmpty() ? findings : findings.showing(of(matrix));
    }

    /** The matrix as a table. */
    public static Exhibit of(AccessMatrix matrix) {
        return new Exhibit(
                "Who reaches which rows",
                "What grants and row level security let each role do. It is read from the"
                        + " catalogue; whether a policy lets only the right rows pass is for rls"
                        + " prove and rls test to say. TRUNCATE, which no policy filters, is in"
                        + " the text of holdfast rls matrix.",
                "relation",
                "role",
                COLUMNS.stream().map(Privilege::name).toList(),
                matrix.lines().stream().map(AccessExhibit::row).toList());
    }

    private static Exhibit.Row row(Line line) {
        return new Exhibit.Row(
                line.schema(),
                line.kind().equals("table")
                        ? line.relation()
                        : line.relation() + " (" + line.kind() + ")",
                line.role(),
                COLUMNS.stream().map(each -> cell(line.cell(each))).toList());
    }

    private static Exhibit.Cell cell(Cell cell) {
        List<String> details = new ArrayList<>();
        if (cell.reach() == Cell.Reach.ALL || cell.reach() == Cell.Reach.UNASKED) {
            details.addAll(cell.because());
        }
        cell.around().forEach(each -> details.add("around: " + each));
        String words =
                cell.policies().isEmpty()
                        ? cell.reach().words()
                        : cell.reach().words() + " " + String.join(", ", cell.policies());
        return new Exhibit.Cell(words, details, tone(cell));
    }

    private static Tone tone(Cell cell) {
        return switch (cell.reach()) {
            case ALL, UNASKED -> Tone.OPEN;
            case NONE -> cell.around().isEmpty() ? Tone.CLOSED : Tone.AROUND;
            case POLICY, QUERY -> cell.around().isEmpty() ? Tone.LIMITED : Tone.AROUND;
        };
    }
}
