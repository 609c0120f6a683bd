package dev.holdfast.commands.start;

import java.util.List;
import java.util.Optional;

/**
 * A file of the plan.
 *
 * @param reason why it is left alone, when there is more to say than the action does
 * @param byHand how to add the piece by hand, when it is not there yet
 */
record PlannedFile(Draft draft, Action action, String reason, Optional<ByHand> byHand) {

    static PlannedFile of(Draft draft, Found found) {
        return switch (found) {
            case Found.Nothing _ -> new PlannedFile(draft, Action.WRITE, "", Optional.empty());
            case Found.Other other -> left(draft, "it is " + other.what());
            case Found.Text file when file.text().equals(draft.content()) ->
                    new PlannedFile(draft, Action.EXISTS, "", Optional.empty());
            case Found.Text file when holds(file, draft.markers()) ->
                    new PlannedFile(
                            draft, Action.DIFFERS, "it has the piece already", Optional.empty());
            case Found.Text _ -> left(draft, "");
        };
    }

    private static boolean holds(Found.Text file, List<String> markers) {
        return !markers.isEmpty() && markers.stream().allMatch(file.text()::contains);
    }

    private static PlannedFile left(Draft draft, String reason) {
        return new PlannedFile(draft, Action.DIFFERS, reason, Optional.of(draft.byHand()));
    }
}
