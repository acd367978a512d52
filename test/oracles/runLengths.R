# How long charts with known centre and sigma run until they alarm, upward only: a question a line on stdin
# ("chart limit shift periods"), and a line for each: the average run length, and the chance of an alarm by that period.
library(spc)

for (line in readLines("stdin")) {
  asked <- strsplit(line, " ")[[1]]
  limit <- as.numeric(asked[2])
  shift <- as.numeric(asked[3])
  periods <- as.numeric(asked[4])
  if (asked[1] == "cusum") {
    average <- xcusum.arl(k = 0.5, h = limit, mu = shift)
    quiet <- xcusum.sf(k = 0.5, h = limit, mu = shift, n = periods)
  } else {
    # A one-sided EWMA is held up at a barrier; one that is twelve sigma down is none.
    average <- xewma.arl(l = 0.2, c = limit, mu = shift, zr = -12, sided = "one", r = 80)
    quiet <- xewma.sf(l = 0.2, c = limit, mu = shift, zr = -12, sided = "one", r = 80, n = periods)
  }
  cat(format(average, digits = 15), format(1 - quiet[periods], digits = 15), "\n")
}
