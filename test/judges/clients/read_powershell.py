"""Reads scripts by the grammar of tree-sitter: which commands they call with which values, and the XML among these."""

import json
import re
import sys

import tree_sitter_powershell
from lxml import etree
from tree_sitter import Language, Parser

parser = Parser(Language(tree_sitter_powershell.language()))
quotes = "'\u2018\u2019\u201a\u201b"


def textual(node):
    return node.text.decode()


def find(node, kind):
    """The outermost nodes of a kind."""
    if node.type == kind:
        return [node]
    return [found for child in node.children for found in find(child, kind)]


def xml(text):
    root = etree.fromstring(text.encode())
    local = lambda name: [each.text or "" for each in root.iter() if etree.QName(each).localname == name]
    return {
        "root": etree.QName(root).localname,
        "types": local("Type"),
        "serverNames": local("ServerNames"),
        "roots": local("TrustedRootCA"),
        "schemas": sorted({etree.QName(each).namespace.rsplit("/", 1)[-1] for each in root.iter()}),
    }


def value(text, known):
    """What an expression is: a literal between single quotes, a variable, a table of them."""
    text = text.strip()
    if text.startswith("[xml]"):
        return xml(value(text[len("[xml]") :], known))
    if text[0] in quotes:
        inner = text[1:-1]
        # Each typographic quote is the plain one too, and two of them are one.
        return re.sub(f"([{quotes}])[{quotes}]", r"\1", inner)
    if text.startswith("$"):
        return {"$true": True, "$false": False}.get(text.lower(), known.get(text[1:]))
    return text


def table(node, known):
    entries = find(node, "hash_entry")
    return {textual(find(each, "key_expression")[0]): value(textual(find(each, "pipeline")[0]), known) for each in entries}


def call(node, known):
    name = textual(find(node, "command_name")[0])
    given, last = {}, None
    elements = node.child_by_field_name("command_elements")
    for element in elements.children if elements else ():
        said = textual(element)
        if element.type == "command_argument_sep" or not said.strip():
            continue
        if element.type == "command_parameter":
            last = said.strip("-:")
            given[last] = True
        elif said.startswith("@"):
            given.update(known[said[1:]])
        else:
            given[last] = value(said, known)
    return {"name": name, "given": given}


def read(script):
    tree = parser.parse(script.encode())
    known, calls = {}, []

    def walk(node):
        if node.type == "assignment_expression":
            name = textual(node.children[0]).strip()[1:]
            right = node.child_by_field_name("value")
            known[name] = table(right, known) if find(right, "hash_literal_expression") else value(textual(right), known)
        elif node.type == "command":
            calls.append(call(node, known))
        else:
            for child in node.children:
                walk(child)

    walk(tree.root_node)
    return {"wrong": tree.root_node.has_error, "calls": calls}


print(json.dumps([read(script) for script in json.load(sys.stdin)["scripts"]]))
