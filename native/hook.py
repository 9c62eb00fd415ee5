"""The wheel of one platform: `HATCH_BUILD_HOOK_ENABLE_CUSTOM=true python -m hatchling build --target wheel`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class NativeHook(BuildHookInterface):
    """Lays the compiled modules beside the modules that they were made of; the interpreter takes them first."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Compile and add what came of it."""
        del version
        made = Path(tempfile.mkdtemp(prefix="sagwan-native-"))
        subprocess.run([sys.executable, str(Path(__file__).with_name("compile.py")), str(made)], check=True)
        tree = made / "tree"
        modules = [path for ending in ("*.so", "*.pyd") for path in tree.rglob(ending)]
        build_data["force_include"] = {str(path): str(path.relative_to(tree)) for path in modules}
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
