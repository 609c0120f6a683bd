package dev.holdfast.commands.start;

import java.util.List;

/**
 * A file as it would be written, whatever is there now.
 *
 * @param path relative to the root, with '/'
 * @param purpose what the file is for
 * @param details what of the project went into it
 * @param byHand how to add the piece to a file that is there already
 * @param markers texts that a file has, all of them, which holds the piece already; none when
 *     nothing tells it
 */
record Draft(
        String path,
        String purpose,
        List<String> details,
        String content,
        ByHand byHand,
        List<String> markers) {

    Draft {
        details = List.copyOf(details);
        markers = List.copyOf(markers);
    }
}
