from home.loading.markdown import shape_of, to_rich_text


def test_paragraphs_lists_and_emphasis_become_rich_text():
    assert to_rich_text("One **bold** and *soft*.\n\n- a\n- b\n") == (
        "<p>One <b>bold</b> and <i>soft</i>.</p><ul><li>a</li><li>b</li></ul>"
    )


def test_html_and_script_are_never_passed_through():
    assert "<script" not in to_rich_text("<script>alert(1)</script>")


def test_shapes_are_equal_when_pieces_are():
    assert shape_of("A\n\n1. b\n2. c").pieces == shape_of("Х\n\n1. й\n2. ц").pieces
    assert shape_of("A\n\nB").pieces != shape_of("A").pieces


def test_unknown_markdown_is_named():
    assert "fence" in shape_of("```\ncode\n```").problem
