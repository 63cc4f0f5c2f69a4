// The one script of a page. The modules are named here alone, so that each is loaded once whatever its address is called.
import "./dialogs.js";
import "./palette.js";
import "./keys.js";
import "./display.js";
import "./points.js";
import "./toasts.js";
import "./forms.js";
import "./copy.js";
