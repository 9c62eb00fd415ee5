"""Nothing is read, built or connected when a module is imported."""

import subprocess
import sys

PROBE = """
import builtins, io, sys
import {module}
heavy = sorted(set(sys.modules) & {{"kiwipiepy", "numpy", "selectolax", "holidays", "babel", "socket"}})
print(*heavy)
"""


def loaded_by(module: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(module=module)], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_core_needs_the_standard_library_only():
    probe = (
        "import sys; before=set(sys.modules); import sagwan.core.reading;"
        "print(*{m.split('.')[0] for m in set(sys.modules)-before} - set(sys.stdlib_module_names))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["sagwan"]


def test_the_command_line_answers_before_the_model_is_loaded():
    assert "kiwipiepy" not in loaded_by("sagwan.cli.app")
    assert "numpy" not in loaded_by("sagwan.cli.app")
