"""The commands of `kit`, by what they are for. They print and exit; what they do stands in the other modules."""
