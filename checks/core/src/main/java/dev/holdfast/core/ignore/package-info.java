/** Which paths the ignore files of a project mean, as git reads them (gitignore(5)). */
@NullMarked
package dev.holdfast.core.ignore;

import org.jspecify.annotations.NullMarked;
