/** What a repository's own files say that git ignores (gitignore(5)). Pure; reads no file. */
@NullMarked
package dev.holdfast.core.ignore;

import org.jspecify.annotations.NullMarked;
