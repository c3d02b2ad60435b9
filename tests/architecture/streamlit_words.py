"""The words of Streamlit that the laws know. A test compares them with the installed version."""

# what takes a key and keeps a value or a press; every one of them must be given its key
WIDGETS = frozenset(
    {
        "audio_input",
        "button",
        "camera_input",
        "chat_input",
        "checkbox",
        "color_picker",
        "data_editor",
        "date_input",
        "datetime_input",
        "download_button",
        "feedback",
        "file_uploader",
        "form_submit_button",
        "link_button",
        "menu_button",
        "multiselect",
        "number_input",
        "pagination",
        "pills",
        "popover",
        "radio",
        "segmented_control",
        "select_slider",
        "selectbox",
        "slider",
        "text_area",
        "text_input",
        "time_input",
        "toggle",
    },
)

# what takes a key and is no widget of this sort, with the reason
NOT_WIDGETS = {
    "container": "its key is a CSS class, not an identity",
    "grid": "its key is a CSS class, not an identity",
    "expander": "keeps nothing of worth",
    "tabs": "keeps nothing of worth",
    "form": "its first argument is the key",
    "dataframe": "shown far more often than selected from; a selection without a key is drawn anew",
    "pdf": "forbidden: see MEDIA",
    "fragment": "forbidden outside the guard",
    "altair_chart": "shows",
    "echarts_chart": "shows",
    "plotly_chart": "shows",
    "pydeck_chart": "shows",
    "vega_lite_chart": "shows",
    "get_option": "its key is the name of a setting",
    "set_option": "its key is the name of a setting",
}

# what hands its content to /media, where no session and no scope is asked
MEDIA = frozenset({"download_button", "image", "audio", "video", "pdf", "logo"})

# what puts its first argument on the screen as words
SPEAKING = frozenset(
    {
        "badge",
        "caption",
        "error",
        "expander",
        "header",
        "info",
        "markdown",
        "metric",
        "spinner",
        "status",
        "subheader",
        "success",
        "text",
        "title",
        "toast",
        "warning",
        "write",
    },
)
