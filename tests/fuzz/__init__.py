"""Files and links as no editor and no reader would write them: whatever comes, the answer is a sentence."""
