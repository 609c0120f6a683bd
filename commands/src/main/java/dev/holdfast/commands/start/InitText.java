package dev.holdfast.commands.start;

import dev.holdfast.commands.report.TextWrap;
import dev.holdfast.commands.report.Visible;
import java.util.List;

/** A plan for a person: 80 columns, except for paths and for what is to be copied. */
final class InitText {
    private static final int WIDTH = 80;

    private final InitPlan plan;

    InitText(InitPlan plan) {
        this.plan = plan;
    }

    /** What was found and what is done. */
    String shown() {
        StringBuilder text = new StringBuilder();
        text.append("Found in ").append(StackWords.folder(plan.survey().folder())).append('\n');
        List<String> stack = StackWords.lines(plan.survey().stack());
        if (stack.isEmpty()) {
            text.append("  nothing that Holdfast has a profile for\n");
        }
        stack.forEach(line -> text.append(wrapped(line, "  ", "              ")));
        text.append("\nPlan\n");
        plan.files().forEach(file -> file(text, file));
        for (String note : plan.notes()) {
            text.append(wrapped("note: " + note, "", "      "));
        }
        return text.append(plan.notes().isEmpty() ? "" : "\n").toString();
    }

    private static void file(StringBuilder text, PlannedFile file) {
        head(text, file);
        text.append(wrapped(file.draft().purpose(), "    ", "    "));
        if (!file.reason().isEmpty()) {
            text.append(wrapped(file.reason(), "    ", "    "));
        }
        if (file.action() == Action.WRITE) {
            file.draft().details().forEach(each -> text.append(wrapped(each, "    - ", "      ")));
        }
        file.byHand()
                .ifPresent(hand -> hand(text, "by hand: " + hand.what(), hand.piece(), "    "));
        text.append('\n');
    }

    private static void head(StringBuilder text, PlannedFile file) {
        text.append("  ")
                .append(file.action().words())
                .append(": ")
                .append(Visible.line(file.draft().path()))
                .append('\n');
    }

    /** The plan in as few words as there are. */
    String brief() {
        StringBuilder text = new StringBuilder();
        plan.files().forEach(file -> head(text, file));
        return text.toString();
    }

    /** Each file as it would be written, also those that are left alone. */
    String contents() {
        StringBuilder text = new StringBuilder();
        for (PlannedFile file : plan.files()) {
            text.append("--- ")
                    .append(Visible.line(file.draft().path()))
                    .append('\n')
                    .append(file.draft().content())
                    .append('\n');
        }
        return text.append("Nothing was written: this was a dry run.\n").toString();
    }

    /** What was done, and what is left to do. */
    String done() {
        StringBuilder text = new StringBuilder();
        int written = plan.toWrite().size();
        text.append(
                switch (written) {
                    case 0 -> "Nothing to write.\n";
                    case 1 -> "Wrote 1 file.\n";
                    default -> "Wrote " + written + " files.\n";
                });
        if (!plan.next().isEmpty()) {
            text.append("\nNext\n");
            plan.next().forEach(each -> hand(text, each.what(), each.piece(), "  "));
        }
        return text.toString();
    }

    private static void hand(StringBuilder text, String what, String piece, String indent) {
        text.append(wrapped(what, indent + "- ", indent + "  "));
        piece.lines()
                .forEach(line ->
                        text.append(line.isEmpty() ? "" : indent + "    ")
                                .append(line)
                                .append('\n'));
    }

    private static String wrapped(String line, String first, String others) {
        return TextWrap.wrap(Visible.line(line), first, others, WIDTH);
    }
}
