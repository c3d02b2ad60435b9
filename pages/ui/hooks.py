"""What our stylesheet and scripts rely on in Streamlit's own page: the one list.

Streamlit keeps its test ids from version to version far longer than its class names. Whatever rule
of ours names one, it stands here; tests compare this list with the stylesheet, with the installed
Streamlit and with a page on which everything is drawn.
"""

#: Parts that our rules dress; each must be found on a page that draws everything.
DRESSED = frozenset(
    {
        "stApp",
        "stButtonGroup",
        "stCheckbox",
        "stColumn",
        "stDialog",
        "stElementContainer",
        "stExpander",
        "stFileUploaderDropzone",
        "stFileUploaderDropzoneInstructions",
        "stForm",
        "stHorizontalBlock",
        "stIconMaterial",
        "stLayoutWrapper",
        "stMain",
        "stMainBlockContainer",
        "stMultiSelect",
        "stMultiSelectTagsContainer",
        "stPopoverBody",
        "stRadioOption",
        "stSelectbox",
        "stSkipToContent",
        "stTab",
        "stTextAreaRootElement",
        "stTextInputRootElement",
        "stVerticalBlock",
        "stWidgetLabel",
    }
)

#: The kinds of buttons, whose test ids all begin with "stBaseButton-".
BUTTONS = frozenset(
    {"primary", "primaryFormSubmit", "secondary", "secondaryFormSubmit", "tertiary"}
)

#: Parts that we hide or wait for: they need not be there, but must still be called so.
HIDDEN = frozenset(
    {
        "InputInstructions",
        "stAppDeployButton",
        "stAppSkeleton",
        "stConnectionStatus",
        "stElementToolbar",
        "stExpandSidebarButton",
        "stHeader",
        "stHeaderActionElements",
        "stMainMenu",
        "stSidebar",
        "stSkeleton",
        "stSkillsNudge",
        "stStatusWidget",
        "stToolbar",
    }
)

#: Attributes of stApp that say how the app is doing, with the values we wait for.
STATES = {
    "data-test-connection-state": "CONNECTED",
    "data-test-script-state": "notRunning",
}

#: The class of an element drawn by st.html; the first word of the class that a key becomes.
HTML_CLASS = "stHtml"
KEY_CLASS = "st-key-"

#: First words of keys that the stylesheet knows (`pages.ui.layout` gives them).
KEYS = frozenset(
    {"head", "line", "ends", "split", "card", "sunken", "narrow", "slim", "bar", "answers",
     "noted", "fields", "unseen", "upload", "quill", "frame", "yes", "no"}
)  # fmt: skip

#: Keys of which a page has one: the navigation, the page, its foot, a wide form at the door, the
#: frame around what a customer sees, the résumé where it is made.
PLACES = frozenset(
    {"nav", "page", "foot", "wide_door", "calendar", "seen_wide", "seen_phone", "resume_edit",
     "split_safe", "head_notifications"}
)  # fmt: skip
