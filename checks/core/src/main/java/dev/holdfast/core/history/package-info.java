/**
 * The history of a repository as a check sees it: contents, each once, and where each came from
 * first. Implemented by the capability that knows git; knows nothing of git itself.
 */
@NullMarked
package dev.holdfast.core.history;

import org.jspecify.annotations.NullMarked;
