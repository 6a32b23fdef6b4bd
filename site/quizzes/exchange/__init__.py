"""Import and export of questions on the pages of editors. What files mean is in `quizzes.interchange`."""
