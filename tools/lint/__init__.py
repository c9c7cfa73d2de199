"""What Amazon's build or certification would reject, found before anything is sent there.

``model_*`` modules hold rules over an interaction model, ``manifest_*`` rules over skill.json. A rule looks at a
parsed document and yields complaints that name a piece by its steps; ``gather`` turns steps into a file and a line.
"""
