"""What the site needs of the pages in docs/, which are written to be read in the tree as well."""

import pathlib
import posixpath
import re
import shutil

DOCS = pathlib.Path(__file__).resolve().parent.parent
SHOWN = {".md", ".png", ".html", ".css", ".js"}
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
CODE = re.compile(r"(^```.*?^```$)", re.S | re.M)


def on_files(files, config):
    """Scripts, tables and templates stay out of the site."""
    for file in list(files):
        ours = file.abs_src_path.startswith(f"{DOCS}/")
        path = pathlib.PurePosixPath(file.src_uri)
        template = path.parent.name == "theme" or path.stem.endswith("_frame")
        if ours and (template or path.suffix not in SHOWN):
            files.remove(file)
    return files


def on_page_markdown(markdown, page, config, files):
    """Links that leave docs/ or lead to a folder become text, those called by a file's name are
    called by the page's title; folds hold Markdown."""
    folder = posixpath.dirname(page.file.src_uri)

    def keep_or_tell(link):
        words, target = link.groups()
        leads_to = posixpath.normpath(posixpath.join(folder, target))
        outside = leads_to.startswith("../")
        if re.match(r"\w+:", target):
            return link[0]
        if not outside and not target.endswith("/"):
            there = files.get_file_from_path(leads_to)
            called_by_file = there and there.page and words == posixpath.basename(target)
            return link[0].replace(words, there.page.title, 1) if called_by_file else link[0]
        path = leads_to[3:] if outside else f"docs/{leads_to}"
        return words if path in words else f"{words} (`{path}`)"

    parts = CODE.split(markdown)  # every second one is a block of code
    parts[::2] = [LINK.sub(keep_or_tell, part) for part in parts[::2]]
    return "".join(parts).replace("<details>", '<details markdown="1">')


def on_page_content(html, page, config, files):
    """A picture leads to itself in its full size."""
    return re.sub(r'(<img [^>]*src="([^"]+)"[^>]*>)', r'<a class="picture" href="\2">\1</a>', html)


def on_post_build(config):
    """The index of the search as a script: pages opened from disk may not fetch a file."""
    site = pathlib.Path(config["site_dir"])
    search = site / "search"
    index = (search / "search_index.json").read_text(encoding="utf-8")
    (search / "search_index.js").write_text(f"var belong_search_index = {index};\n", "utf-8")
    # Maps of the theme's code, languages that the pages do not have, addresses that nobody knows.
    shutil.rmtree(site / "assets/javascripts/lunr", ignore_errors=True)
    for left_over in [*site.glob("assets/**/*.map"), *site.glob("sitemap.xml*")]:
        left_over.unlink()
