"""Lets the promises explain a failing assertion as a test module would."""

import pytest

pytest.register_assert_rewrite("tests.storage.promises")
